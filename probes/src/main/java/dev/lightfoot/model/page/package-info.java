/// What is known of a page beyond its single exchanges: the part each exchange has in it, its load
/// marks, and where a loaded file came from.
package dev.lightfoot.model.page;
