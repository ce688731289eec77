/// Round trips in tests, in the spirit of Django's `assertNumQueries`: an extension of JUnit 5 and
/// later that reads the log of round trips, or receives it. JUnit itself comes from whoever uses
/// this.
@NullMarked
package dev.lightfoot.junit;

import org.jspecify.annotations.NullMarked;
