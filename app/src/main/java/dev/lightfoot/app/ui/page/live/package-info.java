/// A page that is being loaded.
package dev.lightfoot.app.ui.page.live;
