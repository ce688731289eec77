/// Files that are given to the window, by whichever door.
package dev.lightfoot.app.ui.shell.file;
