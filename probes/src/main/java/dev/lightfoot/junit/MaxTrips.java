package dev.lightfoot.junit;

import dev.lightfoot.model.span.Layer;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// How many round trips the requests of a test may make to a layer; checked by [TripExtension] when
/// the test has ended.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(MaxTrips.All.class)
public @interface MaxTrips {
  /// Where they go.
  Layer layer();

  /// The most that there may be.
  long value();

  /// How many requests of the test are recorded at least: they are waited for.
  int requests() default 1;

  /// Several of them.
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @interface All {
    MaxTrips[] value();
  }
}
