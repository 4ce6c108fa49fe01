package medic.log.export;

import java.util.ArrayList;
import java.util.List;

/**
 * A row as the export writes it: quoted cells, a leading sign kept from spreadsheets by a quote.
 */
final class CsvLine {

  private static final String FORMULA_STARTS = "=+-@\t\r";

  private CsvLine() {}

  static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(plain(cell));
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(plain(cell));
    return cells;
  }

  private static String plain(StringBuilder cell) {
    boolean guarded =
        cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA_STARTS.indexOf(cell.charAt(1)) >= 0;
    return cell.substring(guarded ? 1 : 0);
  }
}
