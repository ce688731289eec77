/// What is compared on the screen, and which of its runs are shown.
package dev.lightfoot.app.ui.compare.reading;
