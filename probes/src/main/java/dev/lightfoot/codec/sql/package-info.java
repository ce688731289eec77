/// What the readers of SQL statements share.
@NullMarked
package dev.lightfoot.codec.sql;

import org.jspecify.annotations.NullMarked;
