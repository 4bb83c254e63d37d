# Tests of the building itself: arrows, SQL in store only, sizes and opening sentences of files.
function(clausier_checks)
  get_property(arrows GLOBAL PROPERTY CLAUSIER_ARROWS)
  file(WRITE ${PROJECT_BINARY_DIR}/arrows.txt "${arrows}")
  add_test(NAME arrows COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} -DARROWS=${PROJECT_BINARY_DIR}/arrows.txt
                               -P ${PROJECT_SOURCE_DIR}/scripts/cmake/check_arrows.cmake)
  # The check is only worth something if it fails: a copy of one header with a forbidden include must be refused.
  set(bad ${PROJECT_BINARY_DIR}/arrows-forbidden)
  file(WRITE ${bad}/include/clausier/domain/bad.hpp "#include \"clausier/store/database.hpp\"\n")
  add_test(NAME arrows_refuses_a_forbidden_include
           COMMAND ${CMAKE_COMMAND} -DROOT=${bad} -DARROWS=${PROJECT_BINARY_DIR}/arrows.txt
                   -P ${PROJECT_SOURCE_DIR}/scripts/cmake/check_arrows.cmake)
  set_tests_properties(arrows_refuses_a_forbidden_include PROPERTIES WILL_FAIL TRUE)
  add_test(NAME sql_only_in_store COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR}
                                          -P ${PROJECT_SOURCE_DIR}/scripts/cmake/check_sql.cmake)
  file(WRITE ${bad}/src/app/bad.cpp "// Purpose.\nauto q = \"select id from lots\";\n")
  add_test(NAME sql_only_in_store_refuses_sql_elsewhere
           COMMAND ${CMAKE_COMMAND} -DROOT=${bad} -P ${PROJECT_SOURCE_DIR}/scripts/cmake/check_sql.cmake)
  set_tests_properties(sql_only_in_store_refuses_sql_elsewhere PROPERTIES WILL_FAIL TRUE)
  add_test(NAME file_sizes COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR}
                                   -P ${PROJECT_SOURCE_DIR}/scripts/cmake/check_files.cmake)
  file(WRITE ${bad}/src/app/purposeless.cpp "int purposeless = 1;\n")
  add_test(NAME file_sizes_refuse_a_file_without_purpose
           COMMAND ${CMAKE_COMMAND} -DROOT=${bad} -P ${PROJECT_SOURCE_DIR}/scripts/cmake/check_files.cmake)
  set_tests_properties(file_sizes_refuse_a_file_without_purpose PROPERTIES WILL_FAIL TRUE)
endfunction()
