/// Results of WebPageTest: what its API answers in JSON for a test, each run and view of it.
@NullMarked
package dev.lightfoot.codec.webpagetest;

import org.jspecify.annotations.NullMarked;
