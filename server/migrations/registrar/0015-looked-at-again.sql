-- The few doctors let in by the program whom a person is to look at again; the desk asks for them with every queue.
create index application__again on application (id) where (course ->> 'again')::boolean;
