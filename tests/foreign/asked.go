// What is asked of the verifier many times in one process: flipped bits, sizes of a log, proofs. Questions come on
// standard input, one a line; asked.mjs answers the same ones.
package main

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

var emptyRoot = sha256Of("")

func sha256Of(text string) tlog.Hash { return sha256.Sum256([]byte(text)) }

func each(step func(line string)) {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 16<<20)
	for in.Scan() {
		step(in.Text())
	}
}

// flips: lines `FILE BIT`, each a bit of the export to be flipped alone.
func flips(folder, trusted string) {
	files, tried, found := readExport(folder), 0, 0
	sound := func() bool {
		return strings.HasPrefix(judged(func() tlog.Tree { return judgeExport(files, trusted) }), "sound")
	}
	each(func(line string) {
		words := strings.Fields(line)
		bit, _ := strconv.Atoi(words[1])
		whole := files[words[0]]
		flipped := append([]byte{}, whole...)
		flipped[bit/8] ^= 1 << (bit % 8)
		files[words[0]] = flipped
		tried++
		if sound() {
			fmt.Println("silent:", line)
		} else {
			found++
		}
		files[words[0]] = whole
	})
	if !sound() {
		fmt.Println("not sound before any flip")
	}
	fmt.Printf("%d flips, %d found\n", tried, found)
}

// told is what another program says of a log of one size.
type told struct {
	Size        int64             `json:"size"`
	Entry       string            `json:"entry"`       // the last one
	Checkpoint  string            `json:"checkpoint"`  // with a line of a witness, of which tlog knows nothing
	Inclusion   map[string]string `json:"inclusion"`   // number -> hashes in hex, one after another
	Consistency map[string]string `json:"consistency"` // smaller size -> the same
	Tiles       map[string]string `json:"tiles"`       // path -> SHA-256 of the bytes
}

// log is the same log, made here from the entries alone.
type log struct {
	tree   stored
	leaves []tlog.Hash
	roots  []tlog.Hash
	proofs int
	tiles  int
}

func joined(hashes []tlog.Hash) (text string) {
	for _, hash := range hashes {
		text += hex.EncodeToString(hash[:])
	}
	return text
}

func (l *log) judgeProofs(said told) {
	root := l.roots[said.Size]
	for text, hashes := range said.Inclusion {
		number, _ := strconv.ParseInt(text, 10, 64)
		proof, err := tlog.ProveRecord(said.Size, number, l.tree)
		demandNone(err, "inclusion")
		demand(joined(proof) == hashes, "inclusion of "+text)
		demandNone(tlog.CheckRecord(proof, said.Size, root, number, l.leaves[number]), "inclusion")
		l.proofs++
	}
	for text, hashes := range said.Consistency {
		from, _ := strconv.ParseInt(text, 10, 64)
		proof, err := tlog.ProveTree(said.Size, from, l.tree)
		demandNone(err, "consistency")
		demand(joined(proof) == hashes, "consistency from "+text)
		demandNone(tlog.CheckTree(proof, said.Size, root, from, l.roots[from]), "consistency")
		l.proofs++
	}
}

func (l *log) judgeTiles(said told, entries [][]byte) {
	wanted := map[string]string{}
	for _, tile := range tilesOf(said.Size) {
		made, err := tlog.ReadTileData(tile, l.tree)
		demandNone(err, "tile")
		wanted[pathOf(tile)] = sum(made)
		if tile.L != 0 {
			continue
		}
		var bundle bytes.Buffer
		for _, entry := range entries[tile.N*256 : tile.N*256+int64(tile.W)] {
			bundle.Write([]byte{byte(len(entry) >> 8), byte(len(entry))})
			bundle.Write(entry)
		}
		wanted[pathOf(tlog.Tile{H: 8, L: -1, N: tile.N, W: tile.W})] = sum(bundle.Bytes())
	}
	demand(len(wanted) == len(said.Tiles), "the list of tiles")
	for path, hash := range wanted {
		demand(said.Tiles[path] == hash, path)
		l.tiles++
	}
}

func sum(text []byte) string {
	hash := sha256.Sum256(text)
	return hex.EncodeToString(hash[:])
}

// sizes: lines of JSON, a log's state at 0, 1, 2 … entries.
func sizes(trusted string) {
	var made log
	var entries [][]byte
	size := int64(0)
	each(func(line string) {
		verdict := judged(func() tlog.Tree {
			var said told
			demandNone(json.Unmarshal([]byte(line), &said), "line")
			demand(said.Size == size, "size")
			if size > 0 {
				entries = append(entries, []byte(said.Entry))
				made.leaves = append(made.leaves, tlog.RecordHash([]byte(said.Entry)))
				made.tree.add(size-1, made.leaves[size-1])
			}
			made.roots = append(made.roots, rootOf(made.tree, size))
			checkpoint := openCheckpoint([]byte(said.Checkpoint), trusted)
			demand(checkpoint == tlog.Tree{N: size, Hash: made.roots[size]}, "root")
			made.judgeProofs(said)
			made.judgeTiles(said, entries)
			return checkpoint
		})
		if !strings.HasPrefix(verdict, "sound") {
			fmt.Printf("size %d: %s\n", size, verdict)
		}
		size++
	})
	fmt.Printf("%d sizes, %d proofs, %d tiles\n", size, made.proofs, made.tiles)
}

func hexHashes(words []string) (hashes []tlog.Hash) {
	for _, word := range words {
		decoded, err := hex.DecodeString(word)
		demand(err == nil && len(decoded) == tlog.HashSize, "hash")
		var hash tlog.Hash
		copy(hash[:], decoded)
		hashes = append(hashes, hash)
	}
	return hashes
}

// judge: lines `inclusion NUMBER SIZE LEAF ROOT HASH…` and `consistency FROM TO ROOT ROOT HASH…`, hashes in hex.
func judge() {
	each(func(line string) {
		verdict := judged(func() tlog.Tree {
			words := strings.Fields(line)
			first, err := strconv.ParseInt(words[1], 10, 64)
			demandNone(err, "number")
			size, err := strconv.ParseInt(words[2], 10, 64)
			demandNone(err, "size")
			hashes := hexHashes(words[3:])
			if words[0] == "inclusion" {
				demandNone(tlog.CheckRecord(hashes[2:], size, hashes[1], first, hashes[0]), "inclusion")
			} else {
				demandNone(tlog.CheckTree(hashes[2:], size, hashes[1], first, hashes[0]), "consistency")
			}
			return tlog.Tree{}
		})
		fmt.Println(map[bool]string{true: "good", false: "bad"}[strings.HasPrefix(verdict, "sound")])
	})
}

// periodic is a tree of any size whose leaves repeat, so that it needs no memory.
type periodic struct{ levels [][]tlog.Hash }

const period = 1 << 10

func newPeriodic() periodic {
	row := make([]tlog.Hash, period)
	for i := range row {
		row[i] = tlog.RecordHash([]byte(strconv.Itoa(i)))
	}
	tree := periodic{}
	for level := 0; level < 62; level++ {
		tree.levels = append(tree.levels, row)
		above := make([]tlog.Hash, (len(row)+1)/2)
		for i := range above {
			above[i] = tlog.NodeHash(row[2*i], row[(2*i+1)%len(row)])
		}
		row = above
	}
	return tree
}

func (p periodic) ReadHashes(indexes []int64) (hashes []tlog.Hash, err error) {
	for _, index := range indexes {
		level, n := tlog.SplitStoredHashIndex(index)
		hashes = append(hashes, p.levels[level][n%int64(len(p.levels[level]))])
	}
	return hashes, nil
}

func (p periodic) root(size int64) tlog.Hash {
	root, err := tlog.TreeHash(size, p)
	demandNone(err, "root")
	return root
}

func ask(wanted, kind string, first, second int64, hashes []tlog.Hash) {
	words := []string{wanted, kind, strconv.FormatInt(first, 10), strconv.FormatInt(second, 10)}
	for _, hash := range hashes {
		words = append(words, hex.EncodeToString(hash[:]))
	}
	fmt.Println(strings.Join(words, " "))
}

// spoilt prints what must not be believed, and, as `any`, what the arithmetic alone decides.
func spoilt(random *rand.Rand, kind string, first, second int64, hashes []tlog.Hash) {
	for range hashes {
		changed := append([]tlog.Hash{}, hashes...)
		changed[random.Intn(len(hashes))][random.Intn(tlog.HashSize)] ^= 1 << random.Intn(8)
		ask("bad", kind, first, second, changed)
	}
	ask("bad", kind, first, second, append(append([]tlog.Hash{}, hashes...), hashes[0]))
	if len(hashes) > 2 {
		ask("bad", kind, first, second, hashes[:len(hashes)-1])
	}
	for _, by := range []int64{1, -1, 2, 1 << random.Intn(41)} {
		ask("any", kind, first+by, second, hashes)
		ask("any", kind, first, second+by, hashes)
		ask("any", kind, first^by, second, hashes)
	}
	ask("any", kind, second, first, hashes)
}

// huge: questions, with the verdict that is due, on trees of up to 2^40 leaves.
func huge(count int, seed int64) {
	random, tree := rand.New(rand.NewSource(seed)), newPeriodic()
	for i := 0; i < count; i++ {
		size := 1 + random.Int63n(1<<(1+random.Intn(40)))
		number := random.Int63n(size)
		proof, err := tlog.ProveRecord(size, number, tree)
		demandNone(err, "inclusion")
		hashes := append([]tlog.Hash{tree.levels[0][number%period], tree.root(size)}, proof...)
		ask("good", "inclusion", number, size, hashes)
		spoilt(random, "inclusion", number, size, hashes)
		from := 1 + random.Int63n(size)
		extends, err := tlog.ProveTree(size, from, tree)
		demandNone(err, "consistency")
		hashes = append([]tlog.Hash{tree.root(from), tree.root(size)}, extends...)
		ask("good", "consistency", from, size, hashes)
		spoilt(random, "consistency", from, size, hashes)
	}
}

func answer(what string, given []string) {
	switch what {
	case "flips":
		flips(given[0], given[1])
	case "sizes":
		sizes(given[0])
	case "judge":
		judge()
	case "huge":
		count, _ := strconv.Atoi(given[0])
		seed, _ := strconv.ParseInt(given[1], 10, 64)
		huge(count, seed)
	default:
		fmt.Fprintln(os.Stderr, "verify export|mirror|proof|flips|sizes|judge|huge ...")
		os.Exit(2)
	}
}
