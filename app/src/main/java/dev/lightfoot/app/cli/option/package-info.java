/// Options and arguments that several commands share.
package dev.lightfoot.app.cli.option;
