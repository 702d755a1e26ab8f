// Who is asked what, and when, in the words of the text: one step in six languages, and each form that steps have.
#include "texts/steps.h"

#include <gtest/gtest.h>

#include "texts/plain.h"

namespace comity {
namespace {

Step step(Language language, const std::string& words, const std::string& id = "rec-1") {
  const TextStructure text{{{id, Paragraph::Kind::numbered, "1", words}}, {}};
  const auto found = steps(text, language);
  EXPECT_EQ(found.size(), 1U);
  return found.empty() ? Step{} : found.front();
}

struct StepCase {
  Language language;
  const char* words;
  const char* addressee;
  const char* verb;
  const char* when;
};

class Steps : public testing::TestWithParam<StepCase> {};

TEST_P(Steps, AreToldAsWritten) {
  const auto& [language, words, addressee, verb, when] = GetParam();
  EXPECT_EQ(step(language, words), (Step{"rec-1", addressee, verb, when})) << words;
}

INSTANTIATE_TEST_SUITE_P(
    InSixLanguages, Steps,
    testing::Values(
        StepCase{Language::en, "States continue exchanging views at the sixth session of the group.", "States",
                 "continue exchanging", "at the sixth session"},
        StepCase{Language::en, "States in a position to do so are invited to share papers.",
                 "States in a position to do so", "are invited", ""},
        StepCase{Language::en, "The Chair is requested to convene a meeting no later than March 2027.", "The Chair",
                 "is requested", "no later than March 2027"},
        StepCase{Language::en, "At the seventh session of the group, States will consider it.", "States", "will",
                 "At the seventh session"},
        StepCase{Language::fr, "Les États continuent d’échanger leurs vues lors de la sixième session du Groupe.",
                 "Les États", "continuent d’échanger", "lors de la sixième session"},
        StepCase{Language::fr, "Il est demandé au Secrétariat de recueillir des avis d’ici à janvier 2027.",
                 "au Secrétariat", "Il est demandé", "d’ici à janvier 2027"},
        StepCase{Language::es, "Se pide a la Secretaría de las Naciones Unidas que informe antes de enero de 2027.",
                 "la Secretaría de las Naciones Unidas", "Se pide", "antes de enero de 2027"},
        StepCase{Language::es, "Los Estados, recordando el párrafo 3, siguen examinando la lista.", "Los Estados",
                 "siguen examinando", ""},
        StepCase{Language::ru, "Государства продолжают обмениваться мнениями в ходе шестой сессии.", "Государства",
                 "продолжают обмениваться", "в ходе шестой сессии"},
        StepCase{Language::ru, "Государствам предлагается делиться опытом.", "Государствам", "предлагается", ""},
        StepCase{Language::zh, "请各国在第六届会议期间交换意见。", "各国", "请", "在第六届会议"},
        StepCase{Language::zh, "各国继续交换意见。", "各国", "继续", ""},
        StepCase{Language::ar, "تواصل الدول تبادل الآراء خلال الدورة السادسة للفريق العامل.", "الدول", "تواصل",
                 "خلال الدورة السادسة"},
        StepCase{Language::ar, "يُطلب إلى الأمانة العامة جمع الآراء.", "الأمانة العامة", "يُطلب", ""}));

TEST(StepsOfAText, AreItsOperativeParagraphsAndRecommendedNextStepsAlone) {
  const auto text =
      import_plain("1. A paragraph about States.\n\nRecommended next steps\n\n1. States agree.\n\n2. States engage.\n",
                   Language::en);
  ASSERT_TRUE(text);
  const auto found = steps(text->text, Language::en);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0], (Step{"rec-1", "States", "agree", ""}));
  EXPECT_EQ(step(Language::es, "Decide incluir el tema.", "op7"), (Step{"op7", "", "Decide", ""}));
  EXPECT_EQ(step(Language::es, "Acoge con beneplácito el informe.", "op2").verb, "Acoge con beneplácito");
  EXPECT_EQ(step(Language::en, "", "op1"), (Step{"op1", "", "", ""}));
}

}  // namespace
}  // namespace comity
