/// What is in sight, judged by the rules of findings.
package dev.lightfoot.app.ui.workspace.examining;
