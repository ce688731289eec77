/// What Jaeger's window and query service give out as JSON, and what it keeps in Elasticsearch.
@NullMarked
package dev.lightfoot.codec.jaeger;

import org.jspecify.annotations.NullMarked;
