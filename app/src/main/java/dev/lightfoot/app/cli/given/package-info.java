/// What commands are given to read: snapshots, saved or in a file, and pages captured by others.
package dev.lightfoot.app.cli.given;
