/// What the person has chosen, and how it is kept.
package dev.lightfoot.app.ui.workspace.setting;
