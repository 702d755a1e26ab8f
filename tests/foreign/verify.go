// A third verifier, on the tree and notes of Go's checksum database (golang.org/x/mod/sumdb), which knows nothing of
// ours: only the framing around them follows docs/record-format.md. Commands and verdicts are those of verify.mjs.
package main

import (
	"bytes"
	"crypto/ed25519"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

var exportFiles = []string{"entries.jsonl", "batches.jsonl", "checkpoint", "key"}

// damaged is what is wrong with what was judged; every other panic is our own mistake.
type damaged struct{ why string }

func demand(holds bool, why string) {
	if !holds {
		panic(damaged{why})
	}
}

func demandNone(err error, why string) {
	if err != nil {
		panic(damaged{why + ": " + err.Error()})
	}
}

func decode(text string) []byte {
	// Strict: one text a value. The decoder passes over line ends, which no text of ours holds.
	decoded, err := base64.StdEncoding.Strict().DecodeString(text)
	demandNone(err, "base64")
	demand(!strings.ContainsAny(text, "\r\n"), "base64")
	return decoded
}

func hashOf(text string) (hash tlog.Hash) {
	decoded := decode(text)
	demand(len(decoded) == tlog.HashSize, "hash")
	copy(hash[:], decoded)
	return hash
}

// stored is a whole tree, as the indices of tlog number it.
type stored []tlog.Hash

func (s stored) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	found := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		if index < 0 || index >= int64(len(s)) {
			return nil, errors.New("no such hash")
		}
		found[i] = s[index]
	}
	return found, nil
}

func (s *stored) add(number int64, leaf tlog.Hash) {
	more, err := tlog.StoredHashesForRecordHash(number, leaf, *s)
	demandNone(err, "stored hashes")
	*s = append(*s, more...)
}

func treeOf(leaves []tlog.Hash) stored {
	var tree stored
	for number, leaf := range leaves {
		tree.add(int64(number), leaf)
	}
	return tree
}

// The root; the library leaves that of the empty tree to us (RFC 6962, 2.1: the hash of nothing).
func rootOf(tree stored, size int64) tlog.Hash {
	if size == 0 {
		return emptyRoot
	}
	root, err := tlog.TreeHash(size, tree)
	demandNone(err, "root")
	return root
}

// openCheckpoint gives the tree that the log's key signed: the library judges note and signature.
func openCheckpoint(text []byte, key string) tlog.Tree {
	verifier, err := note.NewVerifier(key)
	demandNone(err, "key")
	opened, err := note.Open(text, note.VerifierList(verifier))
	demandNone(err, "checkpoint")
	demand(len(opened.Sigs) == 1, "signatures")
	// The library reads base64 loosely, our format allows one text a value.
	for _, line := range append(opened.Sigs, opened.UnverifiedSigs...) {
		decode(line.Base64)
	}
	lines := strings.Split(strings.TrimSuffix(opened.Text, "\n"), "\n")
	demand(len(lines) >= 3 && lines[0] == verifier.Name(), "origin")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	demand(err == nil && size >= 0 && strconv.FormatInt(size, 10) == lines[1], "size")
	return tlog.Tree{N: size, Hash: hashOf(lines[2])}
}

func linesOf(text []byte) [][]byte {
	if len(text) == 0 {
		return nil
	}
	demand(text[len(text)-1] == '\n', "the last line does not end")
	return bytes.Split(text[:len(text)-1], []byte("\n"))
}

// item is what a batch signs of an entry (section 6): the entry's own bytes, without the members that are left out.
func item(entry []byte) tlog.Hash {
	var members map[string]json.RawMessage
	demandNone(json.Unmarshal(entry, &members), "entry")
	var names []string
	for name := range members {
		if name != "at" && name != "number" && name != "attestation" && name != "salt" {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	for i, name := range names {
		names[i] = fmt.Sprintf("%q:%s", name, members[name])
	}
	act := sha256Of("comity/act/1\n{" + strings.Join(names, ",") + "}")
	leaf := tlog.RecordHash(entry)
	return tlog.RecordHash([]byte(fmt.Sprintf("comity/batch-item/1\n{\"act-digest\":\"%x\",\"at\":%s,\"leaf\":\"%x\",\"number\":%s}",
		act[:], members["at"], leaf[:], members["number"])))
}

type batch struct {
	Root      string `json:"root"`
	Signature string `json:"signature"`
	Size      int64  `json:"size"`
}

// keyBytes are the name and the Ed25519 key of a verifier key, which the library keeps to itself.
func keyBytes(key string) (string, ed25519.PublicKey) {
	parts := strings.SplitN(key, "+", 3)
	demand(len(parts) == 3, "key")
	decoded := decode(parts[2])
	demand(len(decoded) == 1+ed25519.PublicKeySize && decoded[0] == 1, "key")
	return parts[0], decoded[1:]
}

func judgeBatches(lines, entries [][]byte, key string) {
	origin, public := keyBytes(key)
	first := int64(0)
	for _, line := range lines {
		var one batch
		demandNone(json.Unmarshal(line, &one), "batch")
		again, _ := json.Marshal(one)
		demand(bytes.Equal(again, line) && strings.ToLower(one.Root+one.Signature) == one.Root+one.Signature, "batch")
		root, err := hex.DecodeString(one.Root)
		demandNone(err, "batch")
		signature, err := hex.DecodeString(one.Signature)
		demandNone(err, "batch")
		demand(first < one.Size && one.Size <= int64(len(entries)), "size of a batch")
		var items []tlog.Hash
		for _, entry := range entries[first:one.Size] {
			items = append(items, item(entry))
		}
		made := rootOf(treeOf(items), int64(len(items)))
		demand(bytes.Equal(made[:], root), "root of a batch")
		text := fmt.Sprintf("comity/batch/1\n%s\n%d\n%d\n%s\n", origin, first, one.Size, made)
		demand(ed25519.Verify(public, []byte(text), signature), "signature of a batch")
		first = one.Size
	}
	demand(first == int64(len(entries)), "entries without a batch")
}

func judgeExport(files map[string][]byte, trusted string) tlog.Tree {
	demand(string(files["key"]) == trusted+"\n", "another key than the trusted one")
	checkpoint := openCheckpoint(files["checkpoint"], trusted)
	entries := linesOf(files["entries.jsonl"])
	demand(checkpoint.N == int64(len(entries)), "the checkpoint is of another size")
	var leaves []tlog.Hash
	for _, entry := range entries {
		leaves = append(leaves, tlog.RecordHash(entry))
	}
	demand(rootOf(treeOf(leaves), checkpoint.N) == checkpoint.Hash, "root")
	judgeBatches(linesOf(files["batches.jsonl"]), entries, trusted)
	return checkpoint
}

func readExport(folder string) map[string][]byte {
	files := map[string][]byte{}
	for _, name := range exportFiles {
		text, err := os.ReadFile(filepath.Join(folder, name))
		demandNone(err, name)
		files[name] = text
	}
	return files
}

// pathOf a tile in C2SP's words, where all tiles are 8 high and say so nowhere.
func pathOf(tile tlog.Tile) string {
	return strings.Replace(strings.Replace(tile.Path(), "tile/8/", "tile/", 1), "tile/data/", "tile/entries/", 1)
}

// tilesOf a log of that size, as a mirror has them: only the widest of the right edge.
func tilesOf(size int64) []tlog.Tile {
	all := tlog.NewTiles(8, 0, size)
	var tiles []tlog.Tile
	for i, tile := range all {
		last := i+1 == len(all) || all[i+1].L != tile.L || all[i+1].N != tile.N
		if last {
			tiles = append(tiles, tile)
		}
	}
	return tiles
}

type mirrored string // the folder; with what follows a tlog.TileReader

func (m mirrored) Height() int { return 8 }

func (m mirrored) SaveTiles([]tlog.Tile, [][]byte) {}

func (m mirrored) ReadTiles(tiles []tlog.Tile) (found [][]byte, err error) {
	for _, tile := range tiles {
		text, err := os.ReadFile(filepath.Join(string(m), pathOf(tile)))
		if err != nil {
			return nil, err
		}
		found = append(found, text)
	}
	return found, nil
}

func (m mirrored) entries(size int64) (entries [][]byte) {
	for _, tile := range tilesOf(size) {
		if tile.L != 0 {
			continue
		}
		bundle, err := m.ReadTiles([]tlog.Tile{{H: 8, L: -1, N: tile.N, W: tile.W}})
		demandNone(err, "bundle")
		count := 0
		for rest := bundle[0]; len(rest) > 0; count++ {
			demand(len(rest) >= 2 && len(rest) >= 2+int(binary.BigEndian.Uint16(rest)), "bundle")
			end := 2 + int(binary.BigEndian.Uint16(rest))
			entries = append(entries, rest[2:end])
			rest = rest[end:]
		}
		demand(count == tile.W, "bundle")
	}
	return entries
}

// judgeMirror goes both ways: the entries make the signed root and every tile; and the tiles alone, authenticated by
// the library against the root, prove every 37th entry.
func judgeMirror(folder, trusted string) tlog.Tree {
	text, err := os.ReadFile(filepath.Join(folder, "checkpoint"))
	demandNone(err, "checkpoint")
	checkpoint := openCheckpoint(text, trusted)
	copied := mirrored(folder)
	var leaves []tlog.Hash
	for _, entry := range copied.entries(checkpoint.N) {
		leaves = append(leaves, tlog.RecordHash(entry))
	}
	tree := treeOf(leaves)
	demand(rootOf(tree, checkpoint.N) == checkpoint.Hash, "root")
	for _, tile := range tilesOf(checkpoint.N) {
		made, err := tlog.ReadTileData(tile, tree)
		demandNone(err, pathOf(tile))
		kept, err := copied.ReadTiles([]tlog.Tile{tile})
		demandNone(err, pathOf(tile))
		demand(bytes.Equal(made, kept[0]), pathOf(tile))
	}
	reader := tlog.TileHashReader(checkpoint, copied)
	for number := int64(0); number < checkpoint.N; number += 37 {
		proof, err := tlog.ProveRecord(checkpoint.N, number, reader)
		demandNone(err, "tiles")
		demandNone(tlog.CheckRecord(proof, checkpoint.N, checkpoint.Hash, number, leaves[number]), "tiles")
	}
	return checkpoint
}

func judgeProof(file, entryFile, trusted string) tlog.Tree {
	text, err := os.ReadFile(file)
	demandNone(err, "proof")
	entry, err := os.ReadFile(entryFile)
	demandNone(err, "entry")
	divide := bytes.Index(text, []byte("\n\n"))
	demand(divide >= 0, "proof")
	lines := strings.Split(string(text[:divide]), "\n")
	demand(lines[0] == "c2sp.org/tlog-proof@v1", "proof")
	lines = lines[1:]
	if len(lines) > 0 && strings.HasPrefix(lines[0], "extra ") {
		lines = lines[1:]
	}
	demand(len(lines) > 0 && strings.HasPrefix(lines[0], "index "), "proof")
	number, err := strconv.ParseInt(lines[0][len("index "):], 10, 64)
	demandNone(err, "index")
	var proof tlog.RecordProof
	for _, line := range lines[1:] {
		proof = append(proof, hashOf(line))
	}
	checkpoint := openCheckpoint(text[divide+2:], trusted)
	demandNone(tlog.CheckRecord(proof, checkpoint.N, checkpoint.Hash, number, tlog.RecordHash(entry)), "proof")
	return checkpoint
}

// judged is the verdict of one judgement in words.
func judged(judge func() tlog.Tree) (verdict string) {
	defer func() {
		if found := recover(); found != nil {
			verdict = "damaged " + found.(damaged).why
		}
	}()
	tree := judge()
	return fmt.Sprintf("sound %d %s", tree.N, hex.EncodeToString(tree.Hash[:]))
}

func main() {
	given := append(os.Args[1:], "", "", "", "")
	verdict := judged(func() tlog.Tree {
		switch given[0] {
		case "export":
			return judgeExport(readExport(given[1]), given[2])
		case "mirror":
			return judgeMirror(given[1], given[2])
		case "proof":
			return judgeProof(given[1], given[2], given[3])
		}
		answer(given[0], given[1:])
		os.Exit(0)
		return tlog.Tree{}
	})
	fmt.Println(verdict)
	if !strings.HasPrefix(verdict, "sound") {
		os.Exit(1)
	}
}
