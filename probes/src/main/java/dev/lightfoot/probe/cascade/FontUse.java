package dev.lightfoot.probe.cascade;

import dev.lightfoot.probe.css.FontFace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/// Which faces the text of a document needs (CSS Fonts Level 4, sections 5.2 and 5.3).
final class FontUse {
  private static final int LIGHT_END = 400;
  private static final int NORMAL_END = 500;

  private static final Set<String> GENERIC =
      Set.of(
          "serif",
          "sans-serif",
          "monospace",
          "cursive",
          "fantasy",
          "system-ui",
          "ui-serif",
          "ui-sans-serif",
          "ui-monospace",
          "ui-rounded",
          "emoji",
          "math",
          "fangsong",
          "-apple-system",
          "blinkmacsystemfont");

  private record Key(List<String> families, int weight, boolean italic) {}

  private final Map<String, List<FontFace>> families = new HashMap<>();
  private final Map<Key, BitSet> used = new LinkedHashMap<>();

  FontUse(List<FontFace> faces) {
    for (FontFace face : faces) {
      if (face.source().isPresent()) {
        families.computeIfAbsent(face.family(), _ -> new ArrayList<>()).add(face);
      }
    }
  }

  /// A text is shown in the font of that box.
  void add(Box box, String text) {
    if (!families.isEmpty() && !box.families().isEmpty()) {
      Key key = new Key(box.families(), box.weight(), box.italic());
      BitSet characters = used.computeIfAbsent(key, _ -> new BitSet());
      text.codePoints().filter(c -> c >= ' ').forEach(characters::set);
    }
  }

  /// All faces of a family.
  List<FontFace> faces(String family) {
    return families.getOrDefault(family, List.of());
  }

  /// @param needs takes each face, and whether it is needed for certain
  void needs(BiConsumer<FontFace, Boolean> needs) {
    used.forEach((key, characters) -> needs(key, (BitSet) characters.clone(), needs));
  }

  /// Family by family, as far as characters are left. Whether the machine has a font that is named
  /// before is not known.
  private void needs(Key key, BitSet left, BiConsumer<FontFace, Boolean> needs) {
    boolean certain = true;
    for (String family : key.families()) {
      List<FontFace> faces = families.get(family);
      if (left.isEmpty() || (faces == null && GENERIC.contains(family))) {
        return;
      }
      if (faces == null) {
        certain = false;
        continue;
      }
      List<FontFace> group = group(faces, key);
      for (int i = group.size() - 1; i >= 0; i--) { // of two faces for a character the later one
        if (take(group.get(i), left)) {
          needs.accept(group.get(i), certain);
        }
      }
    }
  }

  /// Takes the characters of a face out of those left; whether there were any.
  private static boolean take(FontFace face, BitSet left) {
    int before = left.cardinality();
    for (FontFace.Range range : face.characters()) {
      if (range.first() < left.length()) {
        left.clear(range.first(), Math.min(range.last(), left.length()) + 1);
      }
    }
    return left.cardinality() < before;
  }

  /// The faces of the weight and slant that come nearest.
  private static List<FontFace> group(List<FontFace> faces, Key key) {
    boolean slant = faces.stream().anyMatch(face -> face.italic() == key.italic());
    List<FontFace> style =
        faces.stream().filter(face -> !slant || face.italic() == key.italic()).toList();
    Set<FontFace.Range> weights = new LinkedHashSet<>();
    style.forEach(face -> weights.add(face.weights()));
    FontFace.Range best =
        weights.stream()
            .min(Comparator.comparingInt(range -> distance(range, key.weight())))
            .orElseThrow();
    return style.stream().filter(face -> face.weights().equals(best)).toList();
  }

  /// How late a weight is tried: near ones first, on the side that the standard names.
  private static int distance(FontFace.Range range, int weight) {
    if (range.holds(weight)) {
      return 0;
    }
    boolean above = range.first() > weight;
    int away = above ? range.first() - weight : weight - range.last();
    if (weight >= LIGHT_END && weight <= NORMAL_END) {
      boolean near = above && range.first() <= NORMAL_END;
      return away + (near ? 0 : above ? 20_000 : 10_000);
    }
    boolean liked = weight > NORMAL_END == above;
    return away + (liked ? 0 : 10_000);
  }
}
