package dev.lightfoot.probe.cascade;

import dev.lightfoot.probe.cascade.RuleSelector.Target;
import dev.lightfoot.probe.cascade.Style.Value;
import dev.lightfoot.probe.css.Selectors;
import dev.lightfoot.probe.css.StyleRule;
import dev.lightfoot.probe.css.StyleRule.Declaration;
import dev.lightfoot.probe.css.StyleSheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The declarations that win for each element (CSS Cascading Level 5, section 6), of those that
/// bear on fonts, images and what is shown.
final class Cascade {
  /// As many elements are looked at to see whether they match; what is left then stays open.
  static final long MAX_QUESTIONS = 20_000_000;

  private static final long IMPORTANT = 1L << 62;
  private static final int LAYER = 31;
  private static final int INLINE = 1 << 30;

  /// A declaration of which it stays open whether an element needs it.
  record Open(Declaration declaration, StyleSheet sheet) {}

  private final IdentityHashMap<Element, Style> elements = new IdentityHashMap<>();
  private final IdentityHashMap<Element, Style> generated = new IdentityHashMap<>();
  private final List<Open> open = new ArrayList<>();
  private final Map<String, List<Element>> index = new HashMap<>();
  private final Map<String, Integer> layers = new HashMap<>();
  private final Document document;
  private final List<Element> all;
  private long questions;

  /// @param placing whether it is asked for what says only how much room something takes
  Cascade(Document document, List<StyleSheet> sheets, boolean placing) {
    this.document = document;
    all = document.getAllElements();
    all.forEach(this::index);
    for (StyleSheet sheet : sheets) {
      sheet.layers().forEach(name -> layers.putIfAbsent(name, layers.size()));
    }
    for (StyleSheet sheet : sheets) {
      sheet.rules().stream()
          .filter(rule -> placing || !rule.isPlacing())
          .forEach(rule -> apply(rule, sheet));
    }
  }

  /// The winners for an element.
  Optional<Style> of(Element element) {
    return Optional.ofNullable(elements.get(element));
  }

  /// The winners for what stands before and behind the content of an element.
  Optional<Style> generatedBy(Element element) {
    return Optional.ofNullable(generated.get(element));
  }

  List<Open> open() {
    return open;
  }

  private void index(Element element) {
    add(element.normalName(), element);
    if (!element.id().isEmpty()) {
      add("#" + lower(element.id()), element);
    }
    for (String name : element.classNames()) {
      add("." + lower(name), element);
    }
  }

  private void add(String key, Element element) {
    index.computeIfAbsent(key, _ -> new ArrayList<>()).add(element);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /// The attribute of an element counts as a rule for it alone.
  void applyInline(Element element, StyleSheet attribute) {
    for (StyleRule rule : attribute.rules()) {
      declare(elements, element, rule, attribute, INLINE);
    }
  }

  private void apply(StyleRule rule, StyleSheet sheet) {
    if (rule.selector().isEmpty()) {
      leaveOpen(rule, sheet);
      return;
    }
    for (String part : Selectors.parts(rule.selector().get())) {
      RuleSelector selector = RuleSelector.of(part);
      Optional<List<Element>> matched =
          selector.evaluator().isEmpty() ? Optional.empty() : matched(selector);
      if (matched.isEmpty()) {
        leaveOpen(rule, sheet);
      } else if (!matched.get().isEmpty()) {
        apply(rule, sheet, selector, matched.get());
      }
    }
  }

  private void apply(
      StyleRule rule, StyleSheet sheet, RuleSelector selector, List<Element> matched) {
    if (!rule.certain() || selector.target() == Target.OPEN) {
      leaveOpen(rule, sheet);
      return;
    }
    IdentityHashMap<Element, Style> into =
        selector.target() == Target.GENERATED ? generated : elements;
    matched.forEach(each -> declare(into, each, rule, sheet, selector.specificity()));
  }

  /// The elements it is for; empty where too many were looked at already.
  private Optional<List<Element>> matched(RuleSelector selector) {
    List<Element> asked =
        selector.key().isEmpty() ? all : index.getOrDefault(selector.key(), List.of());
    List<Element> matched = new ArrayList<>();
    for (Element element : asked) {
      questions += 1 + effort(selector, element);
      if (questions > MAX_QUESTIONS) {
        return Optional.empty();
      }
      if (selector.evaluator().orElseThrow().matches(document, element)) {
        matched.add(element);
      }
    }
    return Optional.of(matched);
  }

  /// Elements that have to be looked at for an answer, beside those around it.
  private int effort(RuleSelector selector, Element element) {
    Element parent = element.parent();
    int siblings = parent == null || !selector.asksSiblings() ? 0 : parent.childNodeSize();
    return siblings + (selector.asksContent() ? all.size() : 0);
  }

  private void leaveOpen(StyleRule rule, StyleSheet sheet) {
    rule.declarations().forEach(each -> open.add(new Open(each, sheet)));
  }

  private void declare(
      IdentityHashMap<Element, Style> into,
      Element element,
      StyleRule rule,
      StyleSheet sheet,
      int specificity) {
    Style style = into.computeIfAbsent(element, _ -> new Style());
    for (Declaration each : rule.declarations()) {
      long rank = rank(rule, each.important(), specificity);
      Properties.of(each)
          .forEach(
              (property, text) ->
                  style.declare(property, new Value(text, sheet.base(), each.line(), rank)));
    }
  }

  /// What stands in no layer wins over layers, and layers over those before them; what is important
  /// the other way round.
  private long rank(StyleRule rule, boolean important, int specificity) {
    int none = layers.size();
    int layer = rule.layer().map(name -> layers.getOrDefault(name, none)).orElse(none);
    long place = important ? none - layer : layer;
    return (important ? IMPORTANT : 0) | (place << LAYER) | specificity;
  }
}
