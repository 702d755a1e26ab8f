#include "cli/csv.h"

#include "cli/data_file.h"

namespace comity {
namespace {

Refusal quote(int line) { return {"csv-quote", {{"line", std::to_string(line)}}}; }

class CsvReader {
 public:
  explicit CsvReader(std::string_view text) : text_(text) {}

  Result<std::vector<CsvRow>> rows() {
    std::vector<CsvRow> out;
    while (at_ < text_.size()) {
      auto row = next();
      if (!row) return row.refusal();
      if (!out.empty() && row->cells.size() != out.front().cells.size())
        return Refusal{"csv-width",
                       {{"line", std::to_string(row->line)},
                        {"expected", std::to_string(out.front().cells.size())},
                        {"found", std::to_string(row->cells.size())}}};
      out.push_back(*std::move(row));
    }
    return out;
  }

 private:
  bool end_of_row() const { return at_ >= text_.size() || text_[at_] == '\n' || text_[at_] == '\r'; }

  Result<CsvRow> next() {
    CsvRow row{line_, {}};
    for (;;) {
      auto cell = at_ < text_.size() && text_[at_] == '"' ? quoted() : plain();
      if (!cell) return cell.refusal();
      row.cells.push_back(*std::move(cell));
      if (end_of_row()) break;
      ++at_;  // the comma
    }
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
    ++line_;
    return row;
  }

  Result<std::string> plain() {
    const auto start = at_;
    while (!end_of_row() && text_[at_] != ',')
      if (text_[at_++] == '"') return quote(line_);
    return std::string(text_.substr(start, at_ - start));
  }

  Result<std::string> quoted() {
    std::string out;
    const int opened = line_;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\n') ++line_;
      if (text_[at_] != '"') {
        out += text_[at_];
        continue;
      }
      if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') break;
      out += text_[at_++];
    }
    if (at_ >= text_.size()) return quote(opened);
    ++at_;
    if (!end_of_row() && text_[at_] != ',') return quote(line_);
    return out;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1;
};

}  // namespace

Result<std::vector<CsvRow>> read_csv(std::string_view bytes) {
  const auto text = text_of_file(bytes);
  return text ? CsvReader(*text).rows() : text.refusal();
}

}  // namespace comity
