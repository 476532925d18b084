-- Tasks that began while their instance stood suspended were open until now.
update external_task
   set state = 'SUSPENDED'
 where state <> 'SUSPENDED'
   and exists (select i.id
                 from process_instance i
                where i.id = external_task.process_instance_id
                  and i.state = 'SUSPENDED');
