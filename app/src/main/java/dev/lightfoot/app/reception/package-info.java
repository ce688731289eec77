/// Receiving as the command line and the window both do it: what is sent here is kept on disk.
package dev.lightfoot.app.reception;
