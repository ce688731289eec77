/// What a page asks for, for what purpose, with which lines and which priority.
package dev.lightfoot.probe.page.request;
