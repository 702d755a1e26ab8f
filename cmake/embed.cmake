# The pages, looks and words as constants of the program, generated from the files at build.
find_program(PYTHON3 python3 REQUIRED)
file(GLOB_RECURSE COMITY_ASSETS CONFIGURE_DEPENDS
  ${CMAKE_SOURCE_DIR}/pages/* ${CMAKE_SOURCE_DIR}/looks/* ${CMAKE_SOURCE_DIR}/words/*.po)
add_custom_command(
  OUTPUT ${CMAKE_BINARY_DIR}/assets.cc
  COMMAND ${PYTHON3} ${CMAKE_SOURCE_DIR}/tools/embed.py ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR}/assets.cc
  DEPENDS ${COMITY_ASSETS} ${CMAKE_SOURCE_DIR}/tools/embed.py
  COMMENT "embedding pages, looks and words")
add_library(comity_assets STATIC ${CMAKE_BINARY_DIR}/assets.cc)
target_link_libraries(comity_assets PUBLIC comity_base)

# Of the words only the sentences of a verdict, for the program that knows no catalogue.
file(GLOB COMITY_VERDICTS CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/words/*.po ${CMAKE_SOURCE_DIR}/src/base/*
  ${CMAKE_SOURCE_DIR}/src/seal/* ${CMAKE_SOURCE_DIR}/src/record/* ${CMAKE_SOURCE_DIR}/src/verify/*)
add_custom_command(
  OUTPUT ${CMAKE_BINARY_DIR}/sentences.cc
  COMMAND ${PYTHON3} ${CMAKE_SOURCE_DIR}/tools/embed_sentences.py ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR}/sentences.cc
  DEPENDS ${COMITY_VERDICTS} ${CMAKE_SOURCE_DIR}/tools/embed_sentences.py ${CMAKE_SOURCE_DIR}/tools/words
  COMMENT "embedding the sentences of verdicts")
add_library(comity_sentences STATIC ${CMAKE_BINARY_DIR}/sentences.cc)
target_link_libraries(comity_sentences PUBLIC comity_record)
