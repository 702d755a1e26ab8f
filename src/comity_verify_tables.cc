// An empty table in the place of ICU's data, thirty megabytes of names and orders: base asks ICU for normal form C and
// for UTF-8 alone, whose tables are code. ICU's own name for this is "stubdata".
#include <unicode/udata.h>

struct EmptyTables {
  std::uint16_t header_size;
  std::uint8_t magic1, magic2;
  UDataInfo about;
  char padding[8];
  std::uint32_t count, reserved;
  int rest[4];
};

extern "C" const EmptyTables U_ICUDATA_ENTRY_POINT;
extern "C" const EmptyTables U_ICUDATA_ENTRY_POINT = {
    32,   0xda,
    0x27, {sizeof(UDataInfo), 0, U_IS_BIG_ENDIAN, U_CHARSET_FAMILY, sizeof(char16_t), 0, {'T', 'o', 'C', 'P'}, {1}, {}},
    {},   0,
    0,    {}};
