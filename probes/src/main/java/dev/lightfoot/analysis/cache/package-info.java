/// Rules over calls to caches, one a file: what is fetched singly, in vain, or for nothing.
@NullMarked
package dev.lightfoot.analysis.cache;

import org.jspecify.annotations.NullMarked;
