package dev.lightfoot.report.layout.page;

import dev.lightfoot.model.page.Party;
import dev.lightfoot.model.page.Priority;
import dev.lightfoot.model.page.ResourceType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A field of a [PageFilter] whose value is a word.
enum PageTextField {
  HOST {
    @Override
    Predicate<PageRow> of(String value) {
      return row -> row.host().toLowerCase(Locale.ROOT).contains(value);
    }
  },
  URL {
    @Override
    Predicate<PageRow> of(String value) {
      return PageFilterTerm.url(value);
    }
  },
  TYPE {
    @Override
    Predicate<PageRow> of(String value) {
      return PageWord.type(value)
          .map(type -> (Predicate<PageRow>) row -> row.type().equals(Optional.of(type)))
          .orElseThrow(
              () -> unknown(this, value, words(ResourceType.values(), ResourceType::label)));
    }
  },
  PARTY {
    @Override
    Predicate<PageRow> of(String value) {
      Party party =
          Party.ofLabel(value)
              .orElseThrow(() -> unknown(this, value, words(Party.values(), Party::label)));
      return row -> row.party().equals(Optional.of(party));
    }
  },
  PRIORITY {
    @Override
    Predicate<PageRow> of(String value) {
      Priority priority =
          Priority.ofLabel(value)
              .orElseThrow(() -> unknown(this, value, words(Priority.values(), Priority::label)));
      return row -> row.priority().equals(Optional.of(priority));
    }
  },
  PROTOCOL {
    // h2, h3, http/1.1; 1.1 is enough
    @Override
    Predicate<PageRow> of(String value) {
      return row -> row.protocol().filter(name -> name.endsWith(value)).isPresent();
    }
  },
  METHOD {
    @Override
    Predicate<PageRow> of(String value) {
      return row -> row.request().method().equalsIgnoreCase(value);
    }
  },
  STATE {
    @Override
    Predicate<PageRow> of(String value) {
      return PageWord.state(value)
          .orElseThrow(() -> unknown(this, value, String.join(", ", PageWord.STATES)));
    }
  };

  private final String label = name().toLowerCase(Locale.ROOT);

  static Optional<PageTextField> ofLabel(String label) {
    return Arrays.stream(values()).filter(field -> field.label.equals(label)).findFirst();
  }

  static String names() {
    return Arrays.stream(values()).map(field -> field.label).collect(Collectors.joining(", "));
  }

  /// Rows that have that value.
  ///
  /// @throws IllegalArgumentException where the field knows its values, and this is none
  Predicate<PageRow> matching(String value) {
    return of(value.toLowerCase(Locale.ROOT));
  }

  abstract Predicate<PageRow> of(String value);

  private static IllegalArgumentException unknown(PageTextField field, String value, String words) {
    return PageFilterTerm.fault("filter.word", field.label, value, words);
  }

  private static <T> String words(T[] values, Function<T, String> label) {
    return List.of(values).stream().map(label).collect(Collectors.joining(", "));
  }
}
