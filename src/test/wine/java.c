/* Stands in for java.exe: writes its arguments to a file, a line each, its PATH to another one, and its standard input
 * to standard output. */
#include <fcntl.h>
#include <io.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

static void write_utf8(FILE *file, const wchar_t *text) {
  static char bytes[65536];
  WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, sizeof bytes, NULL, NULL);
  fprintf(file, "%s\n", bytes);
}

int wmain(int count, wchar_t **arguments) {
  const wchar_t *file = _wgetenv(L"STAND_IN_ARGUMENTS");
  const wchar_t *path = _wgetenv(L"STAND_IN_PATH");
  const wchar_t *version = _wgetenv(L"STAND_IN_VERSION");
  const wchar_t *code = _wgetenv(L"STAND_IN_EXIT");
  int c;
  if (count == 2 && wcscmp(arguments[1], L"-version") == 0) {
    fwprintf(stderr, L"Picked up JAVA_TOOL_OPTIONS: -Dx\nopenjdk version \"%ls\" 2026-01-01\n", version);
    return 0;
  }
  FILE *out = _wfopen(file, L"wb");
  for (int i = 0; i < count; i++) {
    write_utf8(out, arguments[i]);
  }
  fclose(out);
  if (path != NULL) {
    out = _wfopen(path, L"wb");
    write_utf8(out, _wgetenv(L"PATH"));
    fclose(out);
  }
  _setmode(_fileno(stdin), _O_BINARY);
  _setmode(_fileno(stdout), _O_BINARY);
  while ((c = getchar()) != EOF) {
    putchar(c);
  }
  return code == NULL ? 0 : _wtoi(code);
}
