# What is installed, and the Debian package of it (CPack): the program, units, configuration, manual pages, completions
# and the operator's handbook. `tools/package` builds it.
include(GNUInstallDirs)
set(COMITY_DOC ${CMAKE_INSTALL_DATADIR}/doc/comity)
set(COMITY_PACKED ${CMAKE_BINARY_DIR}/packed)

install(TARGETS comity comity-verify RUNTIME DESTINATION bin)

# What the program itself prints, and what Debian wants compressed.
add_custom_target(packed
  COMMAND ${CMAKE_SOURCE_DIR}/packaging/prepare ${CMAKE_SOURCE_DIR} $<TARGET_FILE:comity> ${COMITY_PACKED}
  DEPENDS comity
  COMMENT "preparing what is packed")
install(DIRECTORY ${COMITY_PACKED}/man/ DESTINATION ${CMAKE_INSTALL_MANDIR})
install(FILES ${COMITY_PACKED}/comity.conf DESTINATION /etc/comity)
install(FILES packaging/comity.service packaging/comity-witness.service DESTINATION /lib/systemd/system)
install(FILES ${COMITY_PACKED}/completions/comity.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
  RENAME comity)
install(FILES ${COMITY_PACKED}/completions/_comity DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${COMITY_PACKED}/completions/comity.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(FILES docs/operating.md docs/record-format.md docs/dependencies.md SECURITY.md
  ${COMITY_PACKED}/changelog.gz packaging/debian/copyright packaging/Caddyfile packaging/nginx.conf
  packaging/comity.rules.yml DESTINATION ${COMITY_DOC})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME comity)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "The contributors to Comity <maintainers@comity.invalid>")
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "adduser")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "ca-certificates")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS
  "caddy | nginx, libreoffice-writer-nogui, poppler-utils, fonts-noto-core, fonts-noto-cjk")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "record of an intergovernmental process, kept and shown
 Comity keeps what happened in a multilateral body as acts in an append-only
 record that strangers can verify, and serves it as pages in the six languages
 of the United Nations. It is also a mirror, a verifier and a witness for the
 records of others.")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
  ${CMAKE_SOURCE_DIR}/packaging/debian/conffiles ${CMAKE_SOURCE_DIR}/packaging/debian/postinst
  ${CMAKE_SOURCE_DIR}/packaging/debian/prerm ${CMAKE_SOURCE_DIR}/packaging/debian/postrm)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
include(CPack)
