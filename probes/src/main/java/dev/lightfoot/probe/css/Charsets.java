package dev.lightfoot.probe.css;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The names of charsets that browsers know (Encoding Standard section 4.2). All others are
/// ignored: Java knows some in which ASCII means something else.
public final class Charsets {
  /// What a document is read as that names none.
  public static final Charset FALLBACK = Charset.forName("windows-1252");

  private static final Map<String, String> NAMES = new HashMap<>();

  static {
    add("UTF-8", "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8");
    add(
        "windows-1252",
        "windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso88591 iso_8859-1 latin1 l1 ascii"
            + " us-ascii ansi_x3.4-1968 cp819 ibm819 csisolatin1 x-user-defined");
    add("windows-1250", "windows-1250 cp1250 x-cp1250");
    add("windows-1251", "windows-1251 cp1251 x-cp1251");
    add("windows-1253", "windows-1253 cp1253 x-cp1253");
    add("windows-1254", "windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 latin5 l5");
    add("windows-1255", "windows-1255 cp1255 x-cp1255");
    add("windows-1256", "windows-1256 cp1256 x-cp1256");
    add("windows-1257", "windows-1257 cp1257 x-cp1257");
    add("windows-1258", "windows-1258 cp1258 x-cp1258");
    add("ISO-8859-2", "iso-8859-2 iso8859-2 latin2 l2");
    add("ISO-8859-3", "iso-8859-3 iso8859-3 latin3 l3");
    add("ISO-8859-4", "iso-8859-4 iso8859-4 latin4 l4");
    add("ISO-8859-5", "iso-8859-5 iso8859-5 cyrillic");
    add("ISO-8859-6", "iso-8859-6 iso8859-6 arabic");
    add("ISO-8859-7", "iso-8859-7 iso8859-7 greek greek8");
    add("ISO-8859-8", "iso-8859-8 iso8859-8 iso-8859-8-i hebrew visual");
    add("ISO-8859-13", "iso-8859-13 iso8859-13");
    add("ISO-8859-15", "iso-8859-15 iso8859-15 l9");
    add("ISO-8859-16", "iso-8859-16");
    add("x-windows-874", "windows-874 dos-874 iso-8859-11 iso8859-11 tis-620");
    add("KOI8-R", "koi8-r koi koi8 koi8_r cskoi8r");
    add("KOI8-U", "koi8-u koi8-ru");
    add("IBM866", "ibm866 866 cp866");
    add("x-MacRoman", "macintosh mac x-mac-roman");
    add("GBK", "gbk gb2312 gb_2312-80 gb_2312 chinese x-gbk csgb2312");
    add("GB18030", "gb18030");
    add("Big5-HKSCS", "big5 big5-hkscs cn-big5 x-x-big5 csbig5");
    add("EUC-JP", "euc-jp x-euc-jp");
    add("ISO-2022-JP", "iso-2022-jp csiso2022jp");
    add("windows-31j", "shift_jis shift-jis sjis x-sjis ms_kanji windows-31j ms932");
    add("x-windows-949", "euc-kr korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 windows-949");
    add("UTF-16LE", "utf-16 utf-16le ucs-2 unicode iso-10646-ucs-2 unicodefeff");
    add("UTF-16BE", "utf-16be unicodefffe");
  }

  private Charsets() {}

  private static void add(String name, String labels) {
    for (String label : labels.split(" ", -1)) {
      NAMES.put(label, name);
    }
  }

  /// The charset of a name in a header field.
  public static Optional<Charset> ofLabel(String label) {
    return Optional.ofNullable(NAMES.get(label.strip().toLowerCase(Locale.ROOT)))
        .filter(Charset::isSupported)
        .map(Charset::forName);
  }

  /// The charset of a name in a `meta`, which was read as ASCII: it cannot be one of two bytes.
  public static Optional<Charset> ofMeta(String label) {
    return ofLabel(label).map(set -> set.equals(UTF_16LE) || set.equals(UTF_16BE) ? UTF_8 : set);
  }
}
