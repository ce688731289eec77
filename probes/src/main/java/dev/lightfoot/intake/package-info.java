/// What a person gives becomes spans: files, folders and standard input are opened, decompressed,
/// freed from the prefixes of containers, recognised by their content and read once.
@NullMarked
package dev.lightfoot.intake;

import org.jspecify.annotations.NullMarked;
