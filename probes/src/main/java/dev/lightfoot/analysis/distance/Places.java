package dev.lightfoot.analysis.distance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Places by what people and servers call them.
public final class Places {
  /// Places of one name that are no farther apart are one.
  static final double SAME_KILOMETRES = 100;

  private static final Pattern POINT =
      Pattern.compile("\\s*([+−-]?[0-9.]+)°?\\s*[,;]\\s*([+−-]?[0-9.]+)°?\\s*");

  private static final Places KNOWN = new Places(PlaceTable.read());

  private final List<PlaceTable.Entry> entries;
  private final Map<String, List<Place>> byName = new HashMap<>();
  private final Map<String, List<Place>> byCode = new HashMap<>();

  /// By name and country or code; empty until a name alone is not found, as what countries are
  /// called takes longer to learn than all the rest.
  private final Map<String, List<Place>> byFullName = new HashMap<>();

  private Places(List<PlaceTable.Entry> entries) {
    this.entries = entries;
    for (PlaceTable.Entry entry : entries) {
      Place place = entry.place();
      for (String name : entry.names()) {
        add(byName, PlaceNames.folded(name), place);
      }
      if (!place.code().isEmpty()) {
        add(byCode, code(place.code()), place);
        add(byCode, code(place.provider() + " " + place.code()), place);
      }
    }
  }

  private void addFullNames(PlaceTable.Entry entry) {
    Place place = entry.place();
    for (String name : entry.names()) {
      add(byFullName, PlaceNames.folded(name + place.country()), place);
      add(byFullName, PlaceNames.folded(name + country(place)), place);
    }
    if (!place.code().isEmpty()) {
      add(byFullName, PlaceNames.folded(place.name() + place.code()), place);
    }
  }

  private List<Place> named(String folded) {
    List<Place> alone = byName.getOrDefault(folded, List.of());
    if (folded.isEmpty() || !alone.isEmpty()) {
      return alone;
    }
    synchronized (byFullName) {
      if (byFullName.isEmpty()) {
        entries.forEach(this::addFullNames);
      }
      return byFullName.getOrDefault(folded, List.of());
    }
  }

  /// Those that the program brings along.
  public static Places known() {
    return KNOWN;
  }

  private static void add(Map<String, List<Place>> places, String key, Place place) {
    List<Place> same = places.computeIfAbsent(key, _ -> new ArrayList<>());
    if (!same.contains(place)) {
      same.add(place);
    }
  }

  /// As it is looked up: the dash of `us-east-1` tells it from `us-east1`.
  private static String code(String written) {
    return written.strip().toLowerCase(Locale.ROOT);
  }

  /// The name of its country in English.
  static String country(Place place) {
    return Locale.of("", place.country()).getDisplayCountry(Locale.ENGLISH);
  }

  /// What a person means: a name, with its country where several have it; a code of an airport or a
  /// cloud region; or latitude and longitude in degrees, with a comma between.
  public PlaceAnswer find(String written) {
    Matcher point = POINT.matcher(written);
    if (point.matches()) {
      return point(written.strip(), point);
    }
    Optional<Place> coded = airport(written).or(() -> region(written));
    if (coded.isPresent()) {
      return new PlaceAnswer.Found(coded.get());
    }
    String name = PlaceNames.folded(written);
    List<Place> named = named(name);
    if (!named.isEmpty()) {
      return one(named);
    }
    return new PlaceAnswer.Unknown(name.isEmpty() ? List.of() : LikePlaces.of(name, entries));
  }

  private static PlaceAnswer point(String written, Matcher point) {
    try {
      Coordinates at = new Coordinates(degrees(point.group(1)), degrees(point.group(2)));
      return new PlaceAnswer.Found(new Place(Place.Kind.POINT, written, "", at, "", ""));
    } catch (IllegalArgumentException e) {
      return new PlaceAnswer.OffTheEarth();
    }
  }

  private static double degrees(String text) {
    return Double.parseDouble(text.replace('−', '-'));
  }

  /// Of one kind, cities before airports before regions, those that lie together are one.
  private static PlaceAnswer one(List<Place> places) {
    Place.Kind first = places.stream().map(Place::kind).min(Enum::compareTo).orElseThrow();
    List<Place> apart = new ArrayList<>();
    for (Place place : places) {
      boolean another =
          apart.stream().noneMatch(other -> other.kilometresTo(place) <= SAME_KILOMETRES);
      if (place.kind() == first && another) {
        apart.add(place);
      }
    }
    return apart.size() == 1
        ? new PlaceAnswer.Found(apart.getFirst())
        : new PlaceAnswer.Ambiguous(apart);
  }

  /// The airport of that IATA code, or the city whose metropolitan code it is.
  public Optional<Place> airport(String code) {
    List<Place> coded = byCode.getOrDefault(code(code), List.of());
    return coded.stream()
        .filter(place -> place.kind() == Place.Kind.AIRPORT)
        .findFirst()
        .or(() -> coded.stream().filter(place -> place.kind() == Place.Kind.CITY).findFirst());
  }

  /// The cloud region of that code, with or without its provider before it.
  public Optional<Place> region(String code) {
    return byCode.getOrDefault(code(code), List.of()).stream()
        .filter(place -> place.kind() == Place.Kind.REGION)
        .findFirst();
  }

  /// The places that a person may be writing the name of, those first whose name or code begins so.
  ///
  /// @param begun a part of a name or a code
  /// @param most how many at most
  public List<Place> matching(String begun, int most) {
    String part = PlaceNames.folded(begun);
    if (part.isEmpty()) {
      return List.of();
    }
    List<Place> found = new ArrayList<>();
    List<Place> within = new ArrayList<>();
    for (PlaceTable.Entry entry : entries) {
      List<String> names = new ArrayList<>(entry.names());
      names.add(entry.place().code());
      List<String> folded = names.stream().map(PlaceNames::folded).toList();
      if (folded.stream().anyMatch(name -> name.startsWith(part))) {
        found.add(entry.place());
      } else if (folded.stream().anyMatch(name -> name.contains(part))) {
        within.add(entry.place());
      }
    }
    found.addAll(within);
    return found.stream().limit(most).toList();
  }

  /// All cloud regions.
  List<Place> regions() {
    return entries.stream()
        .map(PlaceTable.Entry::place)
        .filter(place -> place.kind() == Place.Kind.REGION)
        .toList();
  }
}
