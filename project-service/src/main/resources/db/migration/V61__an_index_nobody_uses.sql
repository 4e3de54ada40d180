-- Who lapses is found by the head's post.
drop index role_holder_of_sponsors;
