package dev.lightfoot.probe.markup;

/// Takes the tokens of a document.
interface TokenSink {
  /// How the text after a start tag is read.
  enum Content {
    /// As markup.
    MARKUP,
    /// As text, up to the end tag of that name.
    TEXT,
    /// As a script, which may hold tags in comments.
    SCRIPT,
    /// As text, up to the end of the document.
    PLAIN
  }

  Content startTag(Tag tag);

  void endTag(String name, int line);

  /// The first character other than space of a run of text between tags.
  void words(int line);

  /// Text of an element whose content is text, so far; called again as more arrives. It changes
  /// afterwards.
  ///
  /// @param ended whether it is all
  void text(CharSequence text, boolean ended);

  /// Whether `<![CDATA[` begins text, as it does in SVG and MathML.
  boolean hasCdata();
}
