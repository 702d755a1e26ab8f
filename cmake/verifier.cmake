# comity-verify: one file without any other, where Debian has what that takes; linked as usual elsewhere. Sanitizers
# allow no static program.
add_executable(comity-verify src/comity_verify.cc)
set_target_properties(comity-verify PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
foreach(name crypto sqlite3 boost_json icuuc)
  find_library(COMITY_STATIC_${name} lib${name}.a)
  list(APPEND comity_static ${COMITY_STATIC_${name}})
endforeach()
list(LENGTH comity_static comity_static_count)
if(CMAKE_BUILD_TYPE STREQUAL "Release" AND comity_static_count EQUAL 4)
  # By file and not by target, since a target would bring its shared libraries along.
  target_sources(comity-verify PRIVATE src/comity_verify_tables.cc)
  add_dependencies(comity-verify comity_verify comity_sentences)
  target_link_libraries(comity-verify PRIVATE comity_flags -static-pie -Wl,--gc-sections,--no-warnings -Wl,--start-group
    $<TARGET_FILE:comity_verify> $<TARGET_FILE:comity_sentences> $<TARGET_FILE:comity_record>
    $<TARGET_FILE:comity_seal> $<TARGET_FILE:comity_base> ${comity_static} -Wl,--end-group)
  target_include_directories(comity-verify PRIVATE src)
else()
  target_link_libraries(comity-verify PRIVATE comity_verify)
endif()
