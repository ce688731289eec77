package dev.lightfoot.app.ui.probe;

import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.probe.wire.BodyStart;
import dev.lightfoot.report.redact.Redactor;
import dev.lightfoot.report.words.Numbers;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The body of a response as people read it.
///
/// @param about its type, its sizes, its coding, and how much of it is shown
/// @param text its start, without secrets; empty where it is no text or was not kept
record BodyText(String about, String text) {
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);

  /// @param start how it begins; empty where that is not kept
  static BodyText of(ResponseFacts response, Optional<BodyStart> start) {
    List<String> about = new ArrayList<>();
    about.add(response.header("content-type").orElseGet(() -> Words.text("body.no-type")));
    about.add(sizes(response));
    if (start.isEmpty()) {
      about.add(Words.text("body.not-kept"));
      return new BodyText(String.join(" · ", about), "");
    }
    byte[] bytes = start.get().bytes().toByteArray();
    Optional<String> text = text(start.get(), response.header("content-type").orElse(""));
    if (bytes.length == 0) {
      about.add(Words.text(start.get().whole() ? "body.empty" : "body.unreadable"));
    } else if (text.isEmpty()) {
      about.add(Words.text("body.binary"));
    } else if (!start.get().whole()) {
      about.add(Words.text("body.start", Numbers.bytes(bytes.length)));
    }
    String clean = text.map(Redactor::redactBody).orElse("");
    if (text.isPresent() && !clean.equals(text.get())) {
      about.add(Words.text("body.hidden"));
    }
    return new BodyText(String.join(" · ", about), clean);
  }

  private static String sizes(ResponseFacts response) {
    String wire = Numbers.bytes(response.bodyBytes());
    Optional<String> coding =
        response.contentEncoding().filter(name -> !name.equalsIgnoreCase("identity"));
    if (coding.isEmpty()) {
      return Words.text("body.size", wire);
    }
    return response.decodedBytes().isPresent()
        ? Words.text(
            "body.size.decoded",
            wire,
            coding.get(),
            Numbers.bytes(response.decodedBytes().getAsLong()))
        : Words.text("body.size.coded", wire, coding.get());
  }

  /// The text by its charset; without one UTF-8 where it is that, and for what calls itself text
  /// the one that browsers take instead. Empty where it is no text.
  static Optional<String> text(BodyStart start, String contentType) {
    byte[] bytes = start.bytes().toByteArray();
    Optional<Charset> named = charset(contentType);
    if (named.isPresent()) {
      return Optional.of(new String(bytes, named.get()));
    }
    Optional<String> utf8 = utf8(bytes, start.whole()).filter(text -> text.indexOf('\0') < 0);
    boolean called = contentType.toLowerCase(Locale.ROOT).startsWith("text/");
    return called
        ? utf8.or(() -> Optional.of(new String(bytes, Charset.forName("windows-1252"))))
        : utf8;
  }

  private static Optional<Charset> charset(String contentType) {
    Matcher name = CHARSET.matcher(contentType);
    try {
      return name.find() ? Optional.of(Charset.forName(name.group(1))) : Optional.empty();
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty(); // read as if it named none
    }
  }

  /// A character that is cut where the start ends is left out.
  private static Optional<String> utf8(byte[] bytes, boolean whole) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    CharBuffer characters = CharBuffer.allocate(bytes.length);
    try {
      var end = decoder.decode(ByteBuffer.wrap(bytes), characters, whole);
      if (end.isError()) {
        end.throwException();
      }
      return Optional.of(characters.flip().toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
