package dev.lightfoot.analysis.distance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The table of named places that the program brings along: `places.tsv` beside this class, whose
/// head says where it comes from.
final class PlaceTable {
  private static final int COLUMNS = 7;

  /// A line of the table.
  ///
  /// @param names all that the place is called, its first name included
  record Entry(Place place, List<String> names) {}

  private PlaceTable() {}

  static List<Entry> read() {
    try (InputStream in = PlaceTable.class.getResourceAsStream("places.tsv")) {
      if (in == null) {
        throw new IllegalStateException("places.tsv is missing");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(PlaceTable::entry)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Entry entry(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalStateException("places.tsv: " + line);
    }
    Place.Kind kind = Place.Kind.valueOf(cells[0].toUpperCase(Locale.ROOT));
    boolean region = kind == Place.Kind.REGION;
    Coordinates at = new Coordinates(Double.parseDouble(cells[3]), Double.parseDouble(cells[4]));
    List<String> names = new ArrayList<>(List.of(cells[1]));
    if (!region && !cells[6].isEmpty()) {
      names.addAll(List.of(cells[6].split(",", -1)));
    }
    return new Entry(
        new Place(kind, cells[1], cells[2], at, cells[5], region ? cells[6] : ""), names);
  }
}
