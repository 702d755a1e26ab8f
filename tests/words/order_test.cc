#include "words/order.h"

#include <gtest/gtest.h>

namespace comity {
namespace {

using Names = std::vector<std::string>;

Names ordered(Language language, Names names) {
  std::reverse(names.begin(), names.end());
  return in_order(language, std::move(names), [](const std::string& name) { return name; });
}

TEST(Order, EachLanguageHasItsOwn) {
  const std::vector<std::pair<Language, Names>> expected{
      {Language::en,
       {"Afghanistan", "Bolivia (Plurinational State of)", "Côte d’Ivoire", "Guinea", "Guinea-Bissau", "Niger",
        "Nigeria", "Türkiye", "Turkmenistan", "Zimbabwe"}},
      {Language::fr,
       {"Afghanistan", "Égypte", "El Salvador", "Émirats arabes unis", "Équateur", "Espagne", "Estonie",
        "États-Unis d’Amérique", "Éthiopie", "Fidji", "Îles Marshall", "Inde"}},
      {Language::es, {"Nicaragua", "Níger", "Nigeria", "Noruega", "Nueva Zelandia", "Ñandú", "Omán", "Perú"}},
      {Language::ru, {"Австралия", "Европа", "Египет", "Ёлка", "Йемен", "Сингапур", "Эстония", "Ямайка"}}};
  for (const auto& [language, names] : expected) EXPECT_EQ(ordered(language, names), names) << code_of(language);
}

TEST(Order, ChineseIsByPinyinAndPeruIsReadBi) {
  // Āfùhàn, Bābāduōsī, Bìlǔ, Bīngdǎo, Déguó, Éluósī, Fǎguó, Rìběn, Xīnjiāpō, Zhōngguó
  const Names names{"阿富汗", "巴巴多斯", "秘鲁", "冰岛", "德国", "俄罗斯联邦", "法国", "日本", "新加坡", "中国"};
  EXPECT_EQ(ordered(Language::zh, names), names);
}

TEST(Order, ArabicDoesNotCountTheArticle) {
  const Names names{"الأردن",    "ألبانيا",  "البحرين", "البرازيل", "تونس",
                    "السلفادور", "سنغافورة", "الصين",   "عمان",     "الهند"};
  EXPECT_EQ(ordered(Language::ar, names), names);
}

TEST(Order, NumbersCountAsNumbers) {
  const Names names{"A/AC.292/2021/2", "A/AC.292/2021/10", "A/AC.292/2022/1"};
  EXPECT_EQ(ordered(Language::en, names), names);
}

TEST(Order, IsTheSameWhateverTheOrderBefore) {
  for (const auto language : languages) {
    EXPECT_NE(sort_key(language, "e\xcc\x81"), sort_key(language, "é")) << "equal in weight, told apart by their bytes";
    EXPECT_FALSE(before(language, "x", "x"));
  }
  EXPECT_TRUE(before(Language::en, "a", "B"));
  EXPECT_FALSE(before(Language::en, "B", "a"));
}

}  // namespace
}  // namespace comity
