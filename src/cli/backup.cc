// comity backup FOLDER: a copy of the whole record as acts, while a server runs or not. A server writes in its own
// directory only: there it makes the copy, and this command, with the rights of whoever calls it, takes it out.
#include <signal.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/door.h"
#include "record/files.h"

namespace comity {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view outgoing_name = "outgoing-";

// Where a server puts the copy for the process that asked; gone when this is gone.
class CopyOnItsWay {
 public:
  explicit CopyOnItsWay(const fs::path& data)
      : path_(data / (std::string(outgoing_name) + std::to_string(::getpid()))) {
    for (const auto& entry : fs::directory_iterator(data)) remove_if_left(entry.path());
  }
  CopyOnItsWay(const CopyOnItsWay&) = delete;
  CopyOnItsWay& operator=(const CopyOnItsWay&) = delete;
  ~CopyOnItsWay() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
    fs::remove_all(path_.string() + ".new", ignored);
  }
  const fs::path& path() const { return path_; }

 private:
  // By a process that ended before it took it out.
  static void remove_if_left(const fs::path& path) {
    const auto name = path.filename().string();
    if (!name.starts_with(outgoing_name)) return;
    const auto process = std::atoi(name.c_str() + outgoing_name.size());
    if (process == ::getpid() || (::kill(process, 0) != 0 && errno == ESRCH)) fs::remove_all(path);
  }

  fs::path path_;
};

void sync_all(const fs::path& folder) {
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    entry.is_directory() ? sync_folder(entry.path()) : sync_file(entry.path());
  sync_folder(folder);
}

// To another disk, perhaps; whole when it has its name, as back_up has it.
void take_out(const fs::path& from, const fs::path& to) {
  auto aside = to;
  aside += ".new";
  std::error_code other_disk;
  fs::remove(aside);
  fs::rename(from, aside, other_disk);
  if (other_disk) {
    fs::create_directory(aside, from);
    fs::copy(from, aside, fs::copy_options::recursive);
    sync_all(aside);
  }
  fs::rename(aside, to);
  sync_folder(to.parent_path());
}

// Made at once, so that a place where nobody may write is refused before the work.
void make_place(const fs::path& folder) {
  auto aside = folder;
  aside += ".new";
  fs::remove_all(aside);
  fs::create_directories(aside);
  fs::permissions(aside, fs::perms::owner_all);  // the closed log will be in it
}

// Asks for a copy at `whole`; says why there is none.
int ask(Door& door, const std::string& whole, const std::string& folder, const Terminal& terminal) {
  const auto answer = door.ask(Method::post, "/local/backup", whole);
  if (answer.status == 422) return terminal.refuse({answer.body, {{"folder", folder}}});
  if (answer.status == 503) {
    const auto end = answer.body.find('\n');
    throw Fault(answer.body.substr(0, end), answer.body.substr(std::min(end + 1, answer.body.size())));
  }
  if (answer.status != 200) throw Fault("answer-malformed", answer.body);
  return Exit::done;
}

// Through the server that runs.
int fetch(Door& door, const fs::path& data, const std::string& folder, const Terminal& terminal) {
  const auto whole = fs::absolute(folder);
  if (fs::exists(whole)) return terminal.refuse({"backup-exists", {{"folder", folder}}});
  make_place(whole);
  const CopyOnItsWay outgoing(fs::absolute(data));
  const auto exit = ask(door, outgoing.path().string(), folder, terminal);
  if (exit != Exit::done) return exit;
  take_out(outgoing.path(), whole);
  return exit;
}

int back_up(Door& door, const fs::path& data, const std::string& folder, const Terminal& terminal) {
  const auto exit =
      door.remote() ? fetch(door, data, folder, terminal) : ask(door, fs::absolute(folder).string(), folder, terminal);
  if (exit == Exit::done) terminal.say("cli.backup.done", {{"folder", folder}});
  return exit;
}

}  // namespace

Command backup_command() {
  struct Options : DataOption {
    std::string folder;
  };
  const auto options = std::make_shared<Options>();
  const Option folder{"FOLDER", "where the copy is made; must not exist yet", &options->folder, true};
  return {"backup",
          "copy the whole record, without its key",
          {options->option(), folder},
          [options](const Terminal& terminal) {
            auto door = open_door(options->path(), terminal.tongue().catalogue());
            return door ? back_up(**door, options->path(), options->folder, terminal) : terminal.refuse(door.refusal());
          }};
}

}  // namespace comity
