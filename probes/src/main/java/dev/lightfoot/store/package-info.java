/// Where it stays: immutable snapshot files, owner-only, that survive crashes.
package dev.lightfoot.store;
