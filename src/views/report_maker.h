// A report in the making: sections, paragraphs and sentences in their order. What a sentence lacks becomes
// "[to be completed]" in a draft, and in a report a note in brackets of what the record does not hold.
#pragma once

#include <set>

#include "views/spoken.h"

namespace comity {

class ReportMaker {
 public:
  using Values = std::vector<std::pair<std::string, Spoken>>;

  ReportMaker(const Lens& lens, const Cycle& cycle, Basis basis);

  const Lens& lens() const { return lens_; }
  const Cycle& cycle() const { return cycle_; }
  Basis basis() const { return basis_; }
  const BodyId& body() const { return cycle_.body; }

  // Its title is the message report.section.<id>. A section that stays empty is left out.
  void section(const std::string& id, int level) { section(id, level, {"report.section." + id, {}}); }
  void section(const std::string& id, int level, Say title);
  // What comes next stands under a number of its own.
  void paragraph() { begun_ = false; }

  // Makes the sentence of the message, to which the names of the body are given too. `also` are facts that it rests on
  // without saying them. Where values are absent: in a draft they are blank, as long as one is not; in a report the
  // sentence is not made, and with `missing`, a message said of the values that are there, its place tells what is not
  // held. Answers whether the sentence was made.
  bool sentence(const std::string& id, const std::string& key, const Values& values, const std::string& missing = {},
                const std::vector<Spoken>& also = {});
  // A line of the list below the sentences. An item has one value at least that is there.
  void item(const std::string& id, const std::string& label, const std::string& key, const Values& values);
  void missing(const std::string& key, const Values& values);

  // Whether a sentence rests on the entry.
  bool tells(std::uint64_t entry) const { return told_.contains(static_cast<std::int64_t>(entry)); }

  ReportView done() &&;

 private:
  ReportParagraph& here();
  SentenceRow made(const std::string& id, const std::string& key, const Values& values,
                   const std::vector<Spoken>& also);
  void put_names(Say& say) const;
  void look_for_contradictions(const SentenceRow& row);
  void look_for_languages();
  void look_for_documents();

  const Lens& lens_;
  const Cycle& cycle_;
  const Basis basis_;
  const std::shared_ptr<const Say::Names> names_;
  std::set<std::int64_t> told_{};  // entries
  ReportView report_{};
  bool begun_ = false;
  std::int64_t number_ = 0;
};

}  // namespace comity
