package dev.lightfoot.codec.acknowledgement;

import dev.lightfoot.codec.located.Located;
import dev.lightfoot.codec.located.LocatedFormatException;
import dev.lightfoot.model.acknowledgement.Acknowledgement;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Turns files of acknowledgements into what they say and back. Strict, as such a file is written
/// by people and committed: a member or value that is not known is refused. Described by
/// `acknowledgements-v1.schema.json` beside this class.
public final class AcknowledgementCodec {
  /// Value of the member `format`.
  public static final String FORMAT = "lightfoot/acknowledgements";

  /// Highest value of the member `version` that can be read, and the one that is written.
  public static final int VERSION = 1;

  /// Longer files are refused.
  public static final int MAX_BYTES = 1 << 20;

  /// More in one file are refused.
  public static final int MAX_ENTRIES = 1_000;

  private static final Set<String> MEMBERS =
      Set.of("format", "version", "acknowledged", "note", "$schema");

  private AcknowledgementCodec() {}

  /// What the bytes of a file say.
  public static List<Acknowledgement> decode(byte[] bytes) throws LocatedFormatException {
    if (bytes.length > MAX_BYTES) {
      throw new LocatedFormatException(
          1, "", "The file is larger than " + (MAX_BYTES >> 20) + " MiB; none of these is.");
    }
    Located document = Located.read(bytes);
    Map<String, Located> members = document.object();
    head(document, members);
    for (Map.Entry<String, Located> each : members.entrySet()) {
      if (!MEMBERS.contains(each.getKey())) {
        throw each.getValue()
            .wrong("There is no such member; there are format, version and acknowledged.");
      }
    }
    return entries(document, members);
  }

  private static void head(Located document, Map<String, Located> members)
      throws LocatedFormatException {
    Located format = members.get("format");
    if (format == null || !format.text().equals(FORMAT)) {
      throw (format == null ? document : format).wrong("\"format\" has to be \"" + FORMAT + "\".");
    }
    Located version = members.get("version");
    boolean known =
        version != null
            && version.value() instanceof Located.Numeral(BigDecimal number)
            && number.compareTo(BigDecimal.valueOf(VERSION)) == 0;
    if (!known) {
      throw (version == null ? document : version).wrong("\"version\" has to be " + VERSION + ".");
    }
  }

  private static List<Acknowledgement> entries(Located document, Map<String, Located> members)
      throws LocatedFormatException {
    Located list = members.get("acknowledged");
    if (list == null) {
      throw document.wrong("\"acknowledged\" is missing: the list of what is lived with.");
    }
    if (list.list().size() > MAX_ENTRIES) {
      throw list.wrong("There are more than " + MAX_ENTRIES + ".");
    }
    List<Acknowledgement> all = new ArrayList<>();
    for (Located each : list.list()) {
      all.add(new EntryReader(each).acknowledgement());
    }
    return all;
  }

  /// The file that says these, one a line.
  public static byte[] encode(List<Acknowledgement> all) {
    StringBuilder text = new StringBuilder();
    text.append("{\n  \"format\": \"").append(FORMAT).append("\",\n");
    text.append("  \"version\": ").append(VERSION).append(",\n  \"acknowledged\": [");
    for (int i = 0; i < all.size(); i++) {
      text.append(i == 0 ? "\n    " : ",\n    ").append(EntryWriter.of(all.get(i)));
    }
    text.append(all.isEmpty() ? "]\n}\n" : "\n  ]\n}\n");
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
