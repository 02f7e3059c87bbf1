package org.yici.admin.broker;

import org.yici.contract.Topics;

/** What a topic is about, in words of our own: the topic itself can be anything that somebody thought of. */
final class TopicWords {
    private TopicWords() {}

    static String of(String topic, BrokerUser user) {
        if (topic.contains("#") || topic.contains("+")) {
            return "wildcard";
        }
        if (topic.startsWith("yici/v1/release/")) {
            return "release";
        }
        if (topic.startsWith(Topics.PREFIX + user.name() + "/")) {
            return "own, of another form";
        }
        return topic.startsWith(Topics.PREFIX) ? "another terminal's" : "other";
    }
}
