# himpun_embed(<target> <prefix> <folder> [<prefix> <folder> ...])
# Puts every file below each folder into the binary. Makes a static library that defines
# himpun::embedded_files() (see src/base/embedded.h); a file's name is "<prefix>/<path below the folder>".
function(himpun_embed target)
  set(names "")
  set(assembly "    .section .rodata\n")
  set(declarations "")
  set(entries "")
  set(files "")
  set(number 0)
  set(pairs ${ARGN})
  while(pairs)
    list(POP_FRONT pairs prefix folder)
    file(GLOB_RECURSE found CONFIGURE_DEPENDS RELATIVE ${folder} ${folder}/*)
    list(SORT found)
    foreach(path IN LISTS found)
      math(EXPR number "${number} + 1")
      list(APPEND files ${folder}/${path})
      string(APPEND assembly "    .balign 16\n    .global himpun_file_${number}\nhimpun_file_${number}:\n"
                             "    .incbin \"${folder}/${path}\"\n    .global himpun_file_${number}_end\n"
                             "himpun_file_${number}_end:\n    .byte 0\n")
      string(APPEND declarations "extern \"C\" char const himpun_file_${number}[], himpun_file_${number}_end[];\n")
      string(APPEND entries "    {\"${prefix}/${path}\", {himpun_file_${number}, static_cast<std::size_t>(himpun_file_${number}_end - himpun_file_${number})}},\n")
    endforeach()
  endwhile()
  string(APPEND assembly "    .section .note.GNU-stack,\"\",@progbits\n")
  set(out ${CMAKE_BINARY_DIR}/generated/${target})
  file(CONFIGURE OUTPUT ${out}.S CONTENT "${assembly}" @ONLY)
  file(CONFIGURE OUTPUT ${out}.cpp CONTENT "#include \"base/embedded.h\"
${declarations}
namespace himpun {
std::vector<EmbeddedFile> const& embedded_files() {
  static std::vector<EmbeddedFile> const files{
${entries}  };
  return files;
}
}
" @ONLY)
  set_source_files_properties(${out}.S PROPERTIES OBJECT_DEPENDS "${files}")
  add_library(${target} STATIC ${out}.S ${out}.cpp)
  target_include_directories(${target} PRIVATE src)
endfunction()
