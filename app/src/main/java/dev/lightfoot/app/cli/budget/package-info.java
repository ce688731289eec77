/// Commands that hold snapshots against budgets and propose them.
package dev.lightfoot.app.cli.budget;
