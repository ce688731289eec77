/// What is sent beside the address: chosen by hand or pasted as a command of curl.
package dev.lightfoot.app.ui.probe.request;
