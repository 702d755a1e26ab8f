#include "texts/steps.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "texts/signs.h"

namespace comity {
namespace {

using Words = std::vector<std::string_view>;

// How a language names who acts and when, as these documents do.
struct Speech {
  Words actors{};      // longer ones before those that they begin with
  Words described{};   // what may stand right behind an actor and belongs to it
  Words leading{};     // before an actor, and no part of the verb
  Words helping{};     // verbs that say little without the next word
  Words verbs{};       // of several words, at the beginning of a paragraph
  Words times{};       // with which a time begins
  Words sessions{};    // without one of which, or a year, it is none
  Words after_time{};  // with which something else begins
};

const Speech arabic{{"الدول الأعضاء", "الدول المهتمة", "الدول", "الأمانة العامة", "أمانة الأمم المتحدة", "الأمين العام",
                     "رئيس الفريق العامل", "رئيس", "الرئيس", "الفريق العامل"},
                    {" التي هي في وضع يسمح لها بذلك", " التي بوسعها ذلك", " القادرة على ذلك",
                     " أو مجموعات الدول المهتمة", " المفتوح العضوية", " المهتمة", " للأمم المتحدة"},
                    {" إلى", " من"},
                    {},
                    {"تحيط علما", "ترحب"},
                    {"خلال الدورتين", "خلال الدورة", "في الدورتين", "في الدورة", "قبل", "في موعد أقصاه", "بحلول"},
                    {"الدورة", "الدورتين", "الدورات"},
                    {" للفريق", " من الفريق"}};

const Speech chinese{
    {"联合国秘书处", "秘书处", "秘书长", "工作组主席", "主席", "会员国", "有关国家", "各国", "国家", "工作组"},
    {"或国家集团"},
    {},
    {},
    {"表示注意到", "表示欢迎", "赞赏地注意到"},
    {"在第", "不迟于", "在20", "至迟在"},
    {"届会议", "会议", "月"},
    {"期间"}};

const Speech english{
    {"Interested States", "Member States", "States", "the United Nations Secretariat", "the UN Secretariat",
     "the Secretariat", "the Secretary-General", "The Secretariat", "The Secretary-General", "The Chair", "the Chair",
     "the open-ended working group", "the Open-ended Working Group", "the OEWG"},
    {" in a position to do so", " or groups of States", " of the open-ended working group",
     " of the Open-ended Working Group", " of the OEWG", " Chair"},
    {" upon", " to"},
    {"continue", "should", "are", "is"},
    {"Takes note", "Calls upon", "Welcomes", "Decides"},
    {"during the", "at the", "before the", "by the end of", "no later than", "not later than", "prior to the",
     "in advance of"},
    {"session", "sessions", "January", "February", "March", "April", "May", "June", "July", "August", "September",
     "October", "November", "December"},
    {" of the "}};

const Speech french{{"Les États Membres", "les États Membres", "Les États", "les États", "aux États Membres",
                     "aux États", "le Secrétariat", "Le Secrétariat", "au Secrétariat", "le Secrétaire général",
                     "au Secrétaire général", "la présidence", "La présidence", "le Président", "Le Président",
                     "au Président", "le Groupe de travail", "Le Groupe de travail"},
                    {" qui sont en mesure de le faire", " qui le peuvent", " ou groupes d’États intéressés",
                     " intéressés", " de l’Organisation des Nations Unies",
                     " du Groupe de travail à composition non limitée", " à composition non limitée"},
                    {" à"},
                    {"continuent", "sont", "est", "devraient"},
                    {"Prend note", "Prend acte", "Se félicite", "Demande instamment"},
                    {"pendant les", "durant les", "lors des", "lors de la", "à la", "aux", "avant la", "au plus tard",
                     "d’ici à", "d’ici"},
                    {"session", "sessions", "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
                     "septembre", "octobre", "novembre", "décembre"},
                    {" du Groupe"}};

const Speech russian{
    {"Государства-члены", "государства-члены", "государствам-членам", "Государства", "государства", "Государствам",
     "государствам", "Секретариату", "секретариату", "Секретариат", "секретариат", "Генерального секретаря",
     "Генеральному секретарю", "Председателю", "председателю", "Председатель", "Рабочей группе", "Рабочая группа"},
    {", которые в состоянии сделать это", ", имеющие возможность", " или группам государств",
     " Организации Объединенных Наций", " Рабочей группы открытого состава", " открытого состава"},
    {},
    {"продолжают", "продолжать", "должны"},
    {"принимает к сведению", "призывает", "просит", "приветствует"},
    {"в ходе", "на ее", "на четвертой", "на пятой", "на своей", "до конца", "не позднее", "к концу", "в январе",
     "до начала"},
    {"сесси", "январ", "феврал", "март", "апрел", "мая", "июн", "июл", "август", "сентябр", "октябр", "ноябр",
     "декабр"},
    {" Рабочей"}};

const Speech spanish{
    {"los Estados Miembros", "Los Estados Miembros", "los Estados", "Los Estados", "la Secretaría", "La Secretaría",
     "al Secretario General", "el Secretario General", "la Presidencia", "La Presidencia", "al Presidente",
     "el Presidente", "el Grupo de Trabajo", "El Grupo de Trabajo", "al Grupo de Trabajo"},
    {" que estén en condiciones de hacerlo", " o grupos de Estados interesados", " interesados",
     " de las Naciones Unidas", " del Grupo de Trabajo de Composición Abierta", " de Composición Abierta"},
    {" a"},
    {"siguen", "continúan", "deben", "deberían"},
    {"Acoge con beneplácito", "Acoge con satisfacción", "Toma nota"},
    {"durante los", "durante el", "en las sesiones", "en los períodos", "en el", "antes de que finalice", "antes del",
     "antes de", "a más tardar", "a finales de"},
    {"períodos de sesiones", "período de sesiones", "sesiones", "enero", "febrero", "marzo", "abril", "mayo", "junio",
     "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"},
    {" del Grupo"}};

const Speech& speech(Language language) {
  static const std::array<const Speech*, 6> six{&arabic, &chinese, &english, &french, &russian, &spanish};
  return *six[static_cast<std::size_t>(language)];
}

bool ends_a_word(std::string_view text, std::size_t at) { return at >= text.size() || !is_letter(text[at]); }

// Of the words given, the one that stands first; at one place the one that was named first. Chinese has no room
// between words, so that a word may begin anywhere in it.
struct FoundWord {
  std::size_t at = 0;
  std::string_view word{};
};
std::optional<FoundWord> first_of(std::string_view text, const Words& words, bool unspaced) {
  std::optional<FoundWord> first;
  for (const auto word : words)
    for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
      const bool whole = unspaced || ((at == 0 || !is_letter(text[at - 1])) && ends_a_word(text, at + word.size()));
      if (!whole) continue;
      if (!first || at < first->at) first = FoundWord{at, word};
      break;
    }
  return first;
}

std::string_view first_word(std::string_view text) { return text.substr(0, text.find_first_of(" ,;:.")); }

class Asking {
 public:
  Asking(std::string_view text, Language language)
      : text_(text), speech_(speech(language)), chinese_(language == Language::zh) {}

  Step read() {
    Step out;
    out.when = when();
    const auto begin = behind_leading_time(out.when);
    const auto sentence = text_.substr(begin);
    constexpr std::size_t soon = 120;  // bytes: later it is somebody else who is spoken of
    const auto actor = first_of(sentence.substr(0, soon), speech_.actors, chinese_);
    if (!actor) {
      out.verb = verb_alone(sentence);
      return out;
    }
    const auto end = behind_description(sentence, actor->at + actor->word.size());
    out.addressee = sentence.substr(actor->at, end - actor->at);
    out.verb = actor->at == 0 ? verb_after(sentence.substr(end)) : verb_before(sentence.substr(0, actor->at));
    return out;
  }

 private:
  std::string verb_alone(std::string_view sentence) const {
    for (const auto verb : speech_.verbs)
      if (sentence.starts_with(verb)) return std::string(verb);
    return chinese_ ? "" : std::string(first_word(sentence));
  }
  std::string verb_before(std::string_view words) const {
    auto verb = trimmed(words);
    for (const auto one : speech_.leading)
      if (verb.ends_with(one)) verb.remove_suffix(one.size());
    return std::string(trimmed(verb));
  }
  std::string verb_after(std::string_view rest) const {
    if (rest.starts_with(',')) {  // "Los Estados, reafirmando …, …": what is set between does not count
      const auto end = rest.find(", ", 1);
      if (end == rest.npos) return "";
      rest = rest.substr(end + 1);
    }
    rest = trimmed(rest);
    if (chinese_) return std::string(first_bytes(rest, 2 * 3));  // two signs
    const auto first = first_word(rest);
    const bool helps = std::find(speech_.helping.begin(), speech_.helping.end(), first) != speech_.helping.end();
    if (!helps || rest.substr(first.size()).empty()) return std::string(first);
    return std::string(first) + " " + std::string(first_word(trimmed(rest.substr(first.size()))));
  }
  std::size_t behind_description(std::string_view sentence, std::size_t end) const {
    for (bool more = true; more;) {
      more = false;
      for (const auto description : speech_.described)
        if (sentence.substr(end).starts_with(description)) {
          end += description.size();
          more = true;
        }
    }
    return end;
  }

  // A time from the word with which it begins to the next comma or stop.
  std::string when() const {
    for (std::size_t from = 0; from < text_.size();) {
      const auto begin = next_time(from);
      if (!begin) return "";
      auto time = text_.substr(*begin, text_.find_first_of(",;:.()", *begin) - *begin);
      for (const auto sign : {"،", "，", "。", "；"}) time = time.substr(0, time.find(sign));
      for (const auto after : speech_.after_time) time = time.substr(0, time.find(after));
      if (names_a_time(time)) return std::string(trimmed(time));
      from = *begin + 1;
    }
    return "";
  }
  std::optional<std::size_t> next_time(std::size_t from) const {
    std::optional<std::size_t> first;
    for (auto word : speech_.times) {
      std::string capital(word);
      if (is_small(capital.front())) capital.front() = static_cast<char>(capital.front() - 'a' + 'A');
      for (const std::string& one : {std::string(word), capital})
        for (auto at = text_.find(one, from); at != text_.npos; at = text_.find(one, at + 1)) {
          if (!chinese_ && ((at > 0 && is_letter(text_[at - 1])) || !ends_a_word(text_, at + one.size()))) continue;
          first = std::min(first.value_or(at), at);
          break;
        }
    }
    return first;
  }
  bool names_a_time(std::string_view time) const {
    constexpr std::size_t longest = 150;  // bytes
    return time.size() <= longest && std::any_of(speech_.sessions.begin(), speech_.sessions.end(),
                                                 [&](auto word) { return time.find(word) != time.npos; });
  }
  // "En las sesiones cuarta y quinta del Grupo de Trabajo, los Estados …" begins with its time.
  std::size_t behind_leading_time(const std::string& time) const {
    if (time.empty() || !text_.starts_with(time)) return 0;
    const auto comma = text_.find(", ");
    return comma == text_.npos ? 0 : comma + 2;
  }

  std::string_view text_;
  const Speech& speech_;
  bool chinese_;
};

bool asks(const Paragraph& paragraph) {
  if (paragraph.kind != Paragraph::Kind::numbered) return false;
  return paragraph.id.starts_with("op") || paragraph.id.find("-rec-") != std::string::npos ||
         paragraph.id.starts_with("rec-");
}

}  // namespace

std::vector<Step> steps(const TextStructure& text, Language language) {
  std::vector<Step> out;
  for (const auto& paragraph : text.paragraphs) {
    if (!asks(paragraph)) continue;
    out.push_back(Asking(paragraph.text, language).read());
    out.back().in = paragraph.id;
  }
  return out;
}

}  // namespace comity
