/// Reads the slow query log of MySQL, MariaDB and Percona Server.
@NullMarked
package dev.lightfoot.codec.mysql;

import org.jspecify.annotations.NullMarked;
