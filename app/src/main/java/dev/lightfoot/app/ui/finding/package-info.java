/// The findings screen: which waste there is, what shows it, what its removal brings.
@NullMarked
package dev.lightfoot.app.ui.finding;

import org.jspecify.annotations.NullMarked;
