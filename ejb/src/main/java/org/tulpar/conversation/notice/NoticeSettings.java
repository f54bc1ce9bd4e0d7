package org.tulpar.conversation.notice;

/**
 * How a person hears of what concerns them.
 *
 * @param title the number of what waits stands before the title of the page
 * @param sound a short tone
 * @param browser a notice of the browser while the page is not looked at
 */
public record NoticeSettings(boolean title, boolean sound, boolean browser) {}
