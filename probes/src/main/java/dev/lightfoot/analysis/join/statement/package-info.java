/// Statements that two logs both hold, told apart and set side by side.
package dev.lightfoot.analysis.join.statement;
