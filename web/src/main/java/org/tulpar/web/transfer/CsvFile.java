package org.tulpar.web.transfer;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;

/** A file of rows that a browser takes away and keeps no copy of. */
public final class CsvFile {

  private CsvFile() {}

  /**
   * Where its text is written, in UTF-8.
   *
   * @param name as the file is to be called, with its ending
   */
  public static PrintWriter named(String name, HttpServletResponse response) throws IOException {
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    response.setHeader("Cache-Control", "no-store");
    return response.getWriter();
  }

  /** What stands between its cells: a semicolon where the comma stands in numbers. */
  public static char separator(Locale locale) {
    return locale.getLanguage().equals("ru") ? ';' : ',';
  }
}
